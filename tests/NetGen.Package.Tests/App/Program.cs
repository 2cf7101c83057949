Console.WriteLine(App.Training.Run());
Console.WriteLine(App.Training.Predict(App.Network.Trained));
Console.WriteLine(App.Others.Run());
